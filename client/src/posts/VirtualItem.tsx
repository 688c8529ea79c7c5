import type { CustomItemComponentProps } from "virtua";

/**
 * A place in a virtual list. The list wants it hidden until it is measured; but that comes before the next painting, and to
 * take the hiding back would have the browser style all that is in it a second time.
 */
export function VirtualItem({ ref, style, children }: CustomItemComponentProps) {
  const { visibility: _, ...shown } = style;
  return (
    <div ref={ref} style={shown}>
      {children}
    </div>
  );
}
