/** A key, or several with a space between them: "g h". */
export const Kbd = ({ keys }: { keys: string }) => (
  <span className="inline-flex gap-1">
    {keys.split(" ").map((key, at) => (
      <kbd
        key={at}
        className="inline-flex h-6 min-w-6 items-center justify-center rounded-sm border border-line border-b-edge bg-surface px-1.5 font-mono text-xs text-soft"
      >
        {key}
      </kbd>
    ))}
  </span>
);
