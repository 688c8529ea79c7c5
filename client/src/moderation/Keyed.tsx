import { Button } from "../ui/Button.tsx";
import { Kbd } from "../ui/Kbd.tsx";

/** A button that names its key. */
export const Keyed = ({ text, hint, onPress }: { text: string; hint: string; onPress: () => void }) => (
  <Button size="small" onClick={onPress} className="pr-1.5">
    {text}
    <span aria-hidden className="pointer-coarse:hidden">
      <Kbd keys={hint} />
    </span>
  </Button>
);
