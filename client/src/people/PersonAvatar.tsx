import { Avatar, type AvatarProps } from "../ui/Avatar.tsx";

interface PersonAvatarProps extends Omit<AvatarProps, "id" | "name" | "image"> {
  person: { id: string; name: string; avatar: string | null };
}

/** Somebody's picture, or their initials. */
export const PersonAvatar = ({ person: { id, name, avatar }, ...rest }: PersonAvatarProps) => (
  <Avatar id={id} name={name} image={avatar && `/api/avatars/${avatar}`} {...rest} />
);
