import { useEffect, useState } from "react";

/** The one-time word behind the # of this page's address; it leaves the address bar and with it the history. */
export function useHashToken(name: string): string {
  const [token] = useState(() => location.hash.slice(1) || kept(name));
  useEffect(() => {
    try {
      sessionStorage.setItem(name, token);
    } catch {
      // storage is closed to this page: the word stays in the address, else a reload would lose it
      return;
    }
    if (location.hash) history.replaceState(history.state, "", location.pathname + location.search);
  }, [name, token]);
  return token;
}

function kept(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}
