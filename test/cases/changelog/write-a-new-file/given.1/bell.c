ring();
