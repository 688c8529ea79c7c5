/** Of the page that the server has drawn, until it can be used; on the server of the one that is drawn now. */
export const drawn: {
  /** When that was, in milliseconds. */
  at?: number | undefined;
} = {};
