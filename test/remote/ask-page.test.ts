import { describe, expect, it } from 'vitest'
import { askPage } from '../../src/remote/ask-page.ts'
import { askPages } from '../../src/remote/ask-pages.ts'
import { doubtAnswers } from '../../src/remote/doubt-answers.ts'
import type { Ask } from '../../src/remote/create-scheduler.ts'
import type { FetchRequest, FetchResult } from '../../src/remote/fetch.ts'

interface Answer {
  readonly status?: number
  readonly location?: string
  readonly html?: string
  readonly etag?: string
  readonly failure?: FetchResult
  /** What HEAD gets, where it is something else. */
  readonly head?: number
  readonly isCut?: boolean
  readonly isChallenge?: boolean
}

/** A web of pages by URL; everything else is not there. */
function createWeb(pages: Readonly<Record<string, Answer>>) {
  const requests: string[] = []
  const ask: Ask = (request) => {
    requests.push(`${request.method} ${request.url}${request.etag ?? ''}`)
    return Promise.resolve(answer(request, pages[request.url] ?? { status: 404 }))
  }
  return { ask, requests }
}

function answer(request: FetchRequest, page: Answer): FetchResult {
  const {
    status = 200,
    location,
    html,
    etag,
    failure,
    head,
    isCut = false,
    isChallenge = false,
  } = page
  if (failure !== undefined) return failure
  if (request.etag !== undefined && request.etag === etag) return { kind: 'response', status: 304 }
  if (request.method === 'HEAD') return { kind: 'response', status: head ?? status, location }
  const reader = html === undefined ? undefined : request.openReader?.()
  reader?.write(html ?? '')
  const facts = reader?.end(!isCut)
  return { kind: 'response', status, location, etag, isChallenge, ...(facts && { page: facts }) }
}

const home = 'https://bakery.example.org/bread'
const plan = 'https://bakery.example.org/plan.pdf'

describe('askPage', () => {
  const judge = (pages: Readonly<Record<string, Answer>>, ...fragments: string[]) =>
    askPage({ url: home, fragments }, createWeb(pages).ask)

  it('should keep no name and password that a redirect has', async () => {
    const location = 'https://ana:rye@bakery.example.org/loaves'
    const there = 'https://bakery.example.org/loaves'
    const { ask, requests } = createWeb({ [home]: { status: 301, location }, [there]: {} })
    expect(await askPage({ url: home, fragments: [] }, ask)).toMatchObject({ location: there })
    expect(requests).toEqual([`GET ${home}`, `GET ${there}`])
  })

  it('should ask for the head alone of a file', async () => {
    const { ask, requests } = createWeb({ [plan]: {} })
    expect(await askPage({ url: plan, fragments: [] }, ask)).toEqual({
      status: 'alive',
      fragments: {},
    })
    expect(requests).toEqual([`HEAD ${plan}`])
  })

  it('should ask for a head where a page breaks off', async () => {
    const failure = { kind: 'failure', cause: 'transient', reason: 'it broke off' } as const
    const requests: string[] = []
    const ask: Ask = ({ method }) => {
      requests.push(method)
      return Promise.resolve(method === 'GET' ? failure : { kind: 'response', status: 200 })
    }
    expect(await askPage({ url: home, fragments: [] }, ask)).toMatchObject({ status: 'alive' })
    expect(requests).toEqual(['GET', 'HEAD'])
  })

  it.each([403, 404, 405, 429, 500, 501])(
    'should ask for a file where HEAD gives %i',
    async (head) => {
      const { ask, requests } = createWeb({ [plan]: { head } })
      expect(await askPage({ url: plan, fragments: [] }, ask)).toMatchObject({ status: 'alive' })
      expect(requests).toEqual([`HEAD ${plan}`, `GET ${plan}`])
    },
  )

  it('should find fragments with their headings', async () => {
    const html = '<h2 id="rye">Rye bread</h2><h2 id="oat">Oat bread</h2>'
    expect(await judge({ [home]: { html, etag: '"1"' } }, 'rye', 'spelt')).toEqual({
      status: 'alive',
      etag: '"1"',
      fragments: {
        rye: { status: 'alive', heading: 'Rye bread' },
        spelt: {
          status: 'dead',
          anchors: [
            { anchor: 'rye', heading: 'Rye bread' },
            { anchor: 'oat', heading: 'Oat bread' },
          ],
        },
      },
    })
  })

  it.each([
    ['a page that a script draws', { html: '<div id="root"></div>' }, 'a script may draw the page'],
    [
      'a page that was not read to its end',
      { html: '<h1 id="a">A</h1>', isCut: true },
      'the page was not read to its end',
    ],
    ['a picture', {}, 'it is no HTML'],
  ])('should not know fragments of %s', async (_, page, reason) => {
    expect(await judge({ [home]: page }, 'rye')).toEqual({
      status: 'alive',
      fragments: { rye: { status: 'unknown', reason } },
    })
  })

  it.each<[string, Answer, object]>([
    [
      'a bot wall',
      { html: '<title>Just a moment...</title><h1 id="wait">Bakery</h1>' },
      { status: 'unknown', reason: 'the server keeps programs out' },
    ],
    [
      'a bot wall that is not found',
      { status: 404, isChallenge: true },
      { status: 'unknown', reason: '404, the server keeps programs out' },
    ],
    [
      'a page that sends readers on',
      { html: '<meta http-equiv="Refresh" content="5; url=/rye"><h1 id="moved">Moved</h1>' },
      {
        status: 'alive',
        fragments: { rye: { status: 'unknown', reason: 'the page sends readers to another' } },
      },
    ],
  ])('should know nothing of what stands behind %s', async (_, page, verdict) => {
    expect(await judge({ [home]: page }, 'rye')).toEqual(verdict)
  })

  describe('texts', () => {
    const name = ':~:text=dark%20rye'
    const menus = '<h1 id="a">Bakery</h1>'
    const script = '<script src="/till.js"></script>'
    const long = `${menus}<p>${'Bread of yesterday. '.repeat(40)}</p>`
    const anchors = [{ anchor: 'a', heading: 'Bakery' }]
    const doubt = 'a script may draw the page'

    it.each<[string, Answer, object]>([
      [
        'is there',
        { html: `${menus}<p>Dark\n<b>rye</b>.` },
        { status: 'alive', heading: 'Bakery' },
      ],
      ['is not there', { html: '<p>Dark wheat' }, { status: 'dead', anchors: [] }],
      [
        'is not there, beside data for scripts',
        { html: `${menus}<script type="application/ld+json">{"a":"Dark rye"}</script>` },
        { status: 'dead', anchors },
      ],
      ['a script may draw', { html: menus + script }, { status: 'unknown', reason: doubt }],
      ['a script may add', { html: long + script }, { status: 'dead', anchors, doubt }],
      [
        'may come behind',
        { html: menus, isCut: true },
        { status: 'unknown', reason: 'the page was not read to its end' },
      ],
    ])('should judge one that %s', async (_, page, verdict) => {
      expect(await judge({ [home]: page }, name)).toEqual({
        status: 'alive',
        fragments: { [name]: verdict },
      })
    })
  })

  it('should believe a server that a page is as it was', async () => {
    const { ask, requests } = createWeb({ [home]: { etag: '"1"' } })
    const answer = await askPage({ url: home, fragments: ['rye'], etag: '"1"' }, ask)
    expect(answer).toEqual({ status: 'alive', isSame: true, fragments: {} })
    expect(requests).toEqual([`GET ${home}"1"`])
  })

  it.each([
    [404, 'dead', '404'],
    [410, 'dead', '410'],
    [400, 'unknown', '400, the server does not say'],
    [401, 'unknown', '401, readers have to log in'],
    [403, 'unknown', '403, the server keeps programs out'],
    [429, 'unknown', '429, the server has too much to do'],
    [500, 'unknown', '500, the server fails'],
    [999, 'unknown', '999, the server keeps programs out'],
  ])('should judge %i: %s', async (status, verdict, reason) => {
    expect(await judge({ [home]: { status } })).toMatchObject({ status: verdict, reason })
  })

  it.each([
    ['title', '404 - nothing here', 'the page calls itself “404 - nothing here”'],
    ['title', 'Page not found', 'the page calls itself “Page not found”'],
    ['title', 'bakery.example is for sale', 'the domain seems to be for sale'],
    ['title', 'Parked domain', 'the domain seems to be for sale'],
    ['h1', '404', 'the page calls itself “404”'],
    [
      'h1',
      'This page could not be found.',
      'the page calls itself “This page could not be found.”',
    ],
    ['h1', 'This domain is for sale', 'the domain seems to be for sale'],
  ])('should suspect a page that calls itself so: <%s>%s', async (tag, name, reason) => {
    const html = `<${tag}>${name}</${tag}><h2 id="oat">x</h2>`
    expect(await judge({ [home]: { html } })).toEqual({
      status: 'alive',
      suspect: reason,
      fragments: {},
    })
    expect(await judge({ [home]: { html } }, 'rye')).toEqual({
      status: 'alive',
      suspect: reason,
      fragments: { rye: { status: 'unknown', reason } },
    })
    // What the link means is there.
    expect(await judge({ [home]: { html } }, 'oat')).not.toHaveProperty('suspect')
  })

  it.each([
    [home, '<h1>What is not found in an oven</h1>'],
    [home, '<title>Bread</title><h1>Rye</h1><h1>404</h1>'],
    ['https://bakery.example.org/http_404', '<title>HTTP 404</title>'],
  ])('should not suspect %s: %s', async (url, html) => {
    const { ask } = createWeb({ [url]: { html } })
    expect(await askPage({ url, fragments: [] }, ask)).toEqual({ status: 'alive', fragments: {} })
  })

  describe('redirects', () => {
    const to = (status: number, location: string): Answer => ({ status, location })
    const there = 'https://bakery.example.org/loaves'

    it('should tell a page that is elsewhere for good', async () => {
      const pages = { [home]: to(301, '/bread/'), [`${home}/`]: to(308, there), [there]: {} }
      expect(await judge(pages)).toEqual({ status: 'moved', location: there, fragments: {} })
    })

    it('should take a page as it is that is elsewhere for now', async () => {
      const pages = {
        [home]: to(301, '/x'),
        'https://bakery.example.org/x': to(302, there),
        [there]: {},
      }
      expect(await judge(pages)).toEqual({ status: 'alive', fragments: {} })
    })

    it('should look for the fragment where the redirect leads', async () => {
      const pages = { [home]: to(301, there), [there]: { html: '<h1 id="rye">Rye</h1>' } }
      expect(await judge(pages, 'rye')).toEqual({
        status: 'moved',
        location: there,
        fragments: { rye: { status: 'alive', heading: 'Rye' } },
      })
    })

    it('should keep the fragment of a redirect, through redirects that have none', async () => {
      const pages = { [home]: to(301, '/bread/#rye'), [`${home}/`]: to(308, there), [there]: {} }
      expect(await judge(pages)).toEqual({
        status: 'moved',
        location: `${there}#rye`,
        fragments: {},
      })
    })

    it('should not miss a fragment that a redirect puts another in the place of', async () => {
      const html = '<h1 id="pâte">Dough</h1>'
      const pages = { [home]: to(302, `${there}#p%C3%A2te`), [there]: { html } }
      expect(await judge(pages, 'oat', 'pâte')).toEqual({
        status: 'alive',
        fragments: {
          oat: { status: 'unknown', reason: 'a redirect leads to another fragment' },
          pâte: { status: 'alive', heading: 'Dough' },
        },
      })
    })

    describe('by a page that sends readers on', () => {
      const on = (content: string, more = ''): Answer => ({
        html: `${more}<meta http-equiv="refresh" content="${content}"><h1 id="moved">Moved</h1>`,
      })
      const rye: Answer = { html: '<h1 id="rye">Rye</h1>' }
      const found = { status: 'alive', fragments: { rye: { status: 'alive', heading: 'Rye' } } }

      it.each([
        ['at once', on('0; url=/loaves')],
        ['by its base', on('0;URL=loaves', '<base href="/">')],
        ['with a fragment', on("0, url='/loaves#rye'")],
      ])('should look for the fragment there: %s', async (_, page) => {
        expect(await judge({ [home]: page, [there]: rye }, 'rye')).toEqual(found)
      })

      it('should take none of it for good', async () => {
        const pages = { [home]: to(301, '/x'), 'https://bakery.example.org/x': on('0;/loaves') }
        expect(await judge({ ...pages, [there]: rye }, 'rye')).toEqual(found)
      })

      it('should find a page dead that leads nowhere', async () => {
        expect(await judge({ [home]: on('0;/loaves') }, 'rye')).toMatchObject({ status: 'dead' })
      })

      it.each([
        ['later', on('5; url=/loaves')],
        ['to itself', on(`0; url=${home}`)],
        ['to a script', on('0; url=javascript:bake()')],
        ['to no address', on('0; url=http://[')],
      ])('should stay where it sends them %s', async (_, page) => {
        const reason = 'the page sends readers to another'
        expect(await judge({ [home]: page, [there]: rye }, 'rye')).toEqual({
          status: 'alive',
          fragments: { rye: { status: 'unknown', reason } },
        })
      })

      it.each([
        ['loads itself anew', on('0')],
        [
          'is for programs',
          { html: `<noscript>${on('0;/loaves').html ?? ''}</noscript><h1 id=a>` },
        ],
      ])('should read a page that %s', async (_, page) => {
        expect(await judge({ [home]: page }, 'rye')).toMatchObject({
          fragments: { rye: { status: 'dead' } },
        })
      })

      it('should know nothing of a circle, of a chain without end, and of what keeps programs out', async () => {
        const circle = { [home]: on('0;/loaves'), [there]: on(`0;${home}`) }
        expect(await judge(circle, 'rye')).toMatchObject({ reason: 'it redirects in a circle' })
        const chain: Record<string, Answer> = { [home]: on('0;/0') }
        for (let at = 0; at < 20; at++)
          chain[`https://bakery.example.org/${String(at)}`] = on(`0;/${String(at + 1)}`)
        expect(await judge(chain, 'rye')).toMatchObject({
          reason: 'it redirects more than 10 times',
        })
        const wall = on('0;/loaves', '<title>Just a moment...</title>')
        expect(await judge({ [home]: wall, [there]: rye }, 'rye')).toMatchObject({
          reason: 'the server keeps programs out',
        })
      })
    })

    it('should find a page dead whose redirect leads nowhere', async () => {
      expect(await judge({ [home]: to(301, there) })).toMatchObject({ status: 'dead' })
    })

    it.each([
      [
        'in a circle',
        { [home]: to(302, there), [there]: to(302, home) },
        'it redirects in a circle',
      ],
      [
        'to a login',
        { [home]: to(302, '/login'), 'https://bakery.example.org/login': {} },
        'readers have to log in',
      ],
      ['to no address', { [home]: to(302, 'http://[') }, '302, the server does not say'],
    ])('should not know what redirects %s', async (_, pages, reason) => {
      expect(await judge(pages)).toEqual({ status: 'unknown', reason })
    })

    it('should suspect one to the front page, and tell nobody to write that', async () => {
      const front = 'https://bakery.example.org/'
      expect(await judge({ [home]: to(301, '/'), [front]: {} })).toEqual({
        status: 'alive',
        suspect: 'it redirects to the front page',
        fragments: {},
      })
    })

    it.each([
      ['https://bakery.example.org/index.html', '/'],
      ['https://bakery.example.org/en/', '/'],
      [home, '/#/bread'],
    ])('should not suspect one from %s to %s', async (url, location) => {
      const pages = { [url]: to(302, location), 'https://bakery.example.org/': {} }
      const { ask } = createWeb(pages)
      expect(await askPage({ url, fragments: [] }, ask)).toEqual({ status: 'alive', fragments: {} })
    })

    it('should follow no more than it may', async () => {
      const hop = (at: number): string =>
        at === 0 ? home : `https://bakery.example.org/${String(at)}`
      const pages = Object.fromEntries(
        Array.from({ length: 20 }, (_, at) => [hop(at), to(301, hop(at + 1))]),
      )
      const { ask, requests } = createWeb(pages)
      expect(await askPage({ url: home, fragments: [] }, ask)).toEqual({
        status: 'unknown',
        reason: 'it redirects more than 10 times',
      })
      expect(requests).toHaveLength(11)
    })
  })

  it('should know nothing of what crossoff refuses, and not ask twice', async () => {
    const failure = { kind: 'failure', cause: 'refused', reason: 'a private address' } as const
    const { ask, requests } = createWeb({ [home]: { failure } })
    expect(await askPage({ url: home, fragments: [] }, ask)).toEqual({
      status: 'unknown',
      reason: 'a private address',
    })
    expect(requests).toHaveLength(1)
  })
})

describe('askPages', () => {
  const nameless = { kind: 'failure', cause: 'unresolved', reason: 'no host has the name' } as const
  const other = 'https://gone.example.org/'
  const queries = [home, other].map((url) => ({ url, fragments: [] }))

  it('should find a page dead whose name nobody has', async () => {
    const { ask } = createWeb({ [home]: {}, [other]: { failure: nameless } })
    const counts: number[] = []
    const { answers, isReached } = await askPages(queries, ask, (done) => counts.push(done))
    expect(answers.get(other)).toEqual({
      status: 'dead',
      reason: 'no host has the name',
      fragments: {},
    })
    expect(isReached).toBe(true)
    expect(counts).toEqual([1, 2])
  })

  it('should know nothing where no server at all answers', async () => {
    const { ask } = createWeb({ [home]: { failure: nameless }, [other]: { failure: nameless } })
    const { answers, isReached } = await askPages(queries, ask, () => undefined)
    expect(isReached).toBe(false)
    expect([...doubtAnswers(answers).values()].map(({ status }) => status)).toEqual([
      'unknown',
      'unknown',
    ])
  })
})
