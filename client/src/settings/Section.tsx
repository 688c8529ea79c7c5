import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  text?: string | undefined;
  children: ReactNode;
}

/** Settings that belong together. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b border-line px-4 py-6 last:border-0">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {text && <p className="mt-0.5 text-sm text-soft">{text}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
