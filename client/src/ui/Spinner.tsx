import { LoaderCircle } from "lucide-react";

/** A turning circle. It is decoration: say what is awaited in text beside it, or with `label`. */
export function Spinner({ label, size = 16 }: { label?: string | undefined; size?: number | undefined }) {
  return (
    <span {...(label ? { role: "status" } : { "aria-hidden": true })} className="inline-flex">
      <LoaderCircle size={size} aria-hidden className="animate-spin motion-reduce:animate-wait" />
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
