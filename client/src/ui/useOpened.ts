import { useState } from "react";

/** Whether something is open or was so before: until then its code isn't needed, and what is typed in it stays. */
export function useOpened(open: boolean): boolean {
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);
  return opened || open;
}
