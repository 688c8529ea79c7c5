/** The address of somebody's picture, null when they have none. */
export const pictureOf = (person: { avatar: string | null }): string | null =>
  person.avatar && `/api/avatars/${person.avatar}`;
