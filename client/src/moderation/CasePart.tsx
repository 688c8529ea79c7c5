import { type ReactNode, useId } from "react";

/** One part of a case, under a heading. */
export function CasePart({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mx-4 mt-5 border-t border-line pt-3">
      <h3 id={id} className="mb-1.5 text-sm font-semibold text-soft">
        {title}
      </h3>
      {children}
    </section>
  );
}
