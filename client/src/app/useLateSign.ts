import { useEffect, useState } from "react";

/** True once something has lasted for two seconds; false at once when it is over. */
export function useLateSign(now: boolean, millis = 2_000): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(() => setLate(true), millis);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [now, millis]);
  return late && now;
}
