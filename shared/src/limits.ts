/** Sizes that both ends keep to. Characters are UTF-16 code units, as a textarea's maxLength counts them. */
export const limits = {
  postCharacters: 5_000,
  /** The composer shows how many characters are left from here on. */
  postCountdownAt: 4_500,
  channelsPerPost: 10,
  /** All that a post said before is read at once, by its readers and on the desk; none of it may fall out of sight there. */
  editsPerPost: 100,
  emojiPerPost: 20,
  pageSize: 30,
  /** Unread counts stop here and read "99+". */
  unreadMax: 100,
  passwordMin: 10,
  passwordMax: 128,
  avatarBytes: 5_000_000,
  /** How long a removal can be taken back by its author, in seconds. */
  undoSeconds: 30,
} as const;
