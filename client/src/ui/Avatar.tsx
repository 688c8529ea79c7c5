import { memo, useState } from "react";
import { classes } from "./classes.ts";
import { hueStyle } from "./hue.ts";
import { hueOf, initials } from "./initials.ts";

export interface AvatarProps {
  /** Decides the colour, so that it stays when the name changes. */
  id: string;
  name: string;
  image?: string | null | undefined;
  size?: keyof typeof sizes | undefined;
  /** Shows the mark of someone who is here now. Say it in text too. */
  online?: boolean | undefined;
  className?: string | undefined;
}

const sizes = {
  tiny: "size-5 text-[0.55rem]",
  small: "size-7 text-[0.6875rem]",
  medium: "size-10 text-sm",
  large: "size-16 text-xl",
  huge: "size-24 text-3xl",
};

/** A person's picture or initials. Decoration: the name stands beside it. */
export const Avatar = memo(function Avatar({
  id,
  name,
  image,
  size = "medium",
  online,
  className,
}: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  return (
    <span
      aria-hidden
      style={hueStyle(hueOf(id))}
      className={classes(
        "relative inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold tracking-tight hue-wash",
        sizes[size],
        className,
      )}
    >
      {image && image !== broken ? (
        <img
          src={image}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(image)}
          className="size-full rounded-full object-cover"
        />
      ) : (
        initials(name)
      )}
      {online && (
        <span className="absolute right-0 bottom-0 size-[28%] max-h-4 min-h-2 max-w-4 min-w-2 rounded-full border-2 border-surface bg-good" />
      )}
    </span>
  );
});
