import { useEffect, useState } from "react";

/** True once something has lasted for two seconds; false at once when it is over. */
export function useLateSign(now: boolean, millis = 2_000): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!now) return setLate(false);
    const timer = setTimeout(() => setLate(true), millis);
    return () => clearTimeout(timer);
  }, [now, millis]);
  return late && now;
}
