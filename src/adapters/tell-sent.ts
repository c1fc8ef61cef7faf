import { DecoratorHandler, type Dispatcher } from 'undici'

/** Makes what tells when a request goes out: a connection to its server stands. */
export function tellSent(onSent: () => void): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, new SentHandler(handler, onSent))
}

class SentHandler extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandler
  readonly #onSent: () => void

  constructor(handler: Dispatcher.DispatchHandler, onSent: () => void) {
    super(handler)
    // What takes the older calls is given them.
    this.#handler = new DecoratorHandler(handler)
    this.#onSent = onSent
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#onSent()
    this.#handler.onRequestStart?.(controller, context)
  }
}
