import { useEffect, useRef, useState } from "react";

/** Milliseconds that somebody may pause between two letters. */
const patience = 250;

/** Text that is told on when its typist pauses; it follows where the address leads. */
export function useTyped(told: string, tell: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState({ text: told, told });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (typed.told !== told) setTyped({ text: typed.text.trim() === told ? typed.text : told, told });
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped({ text, told });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => tell(text.trim()), patience);
  };
  return [typed.text, type];
}
