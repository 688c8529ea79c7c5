import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { ErrorNote } from "./ErrorNote.tsx";

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A part of a page whose code comes when it is first drawn, and (`ahead`) by itself once the page is at rest. Unlike React's own
 * lazy, code that can't be fetched takes away this part only, and can be asked for again.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
  { ahead = true } = {},
): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined;
  const fetched = async () => void (Part ??= await load());
  if (ahead) loaders.push(fetched);
  return function Later(props: Props) {
    const { t } = useTranslation();
    const [state, setState] = useState<"waiting" | "here" | "failed">(Part ? "here" : "waiting");
    useEffect(() => {
      if (state !== "waiting") return;
      fetched().then(
        () => setState("here"),
        () => setState("failed"),
      );
    }, [state]);
    if (Part) return <Part {...props} />;
    if (state === "waiting") return waiting;
    return <ErrorNote message={t("errors.unavailable")} onRetry={() => setState("waiting")} />;
  };
}

/** Fetches what pages will want, one after the other, so that a press waits for nothing and works without a network. */
export async function fetchLater(): Promise<void> {
  for (const load of loaders) await load().catch(() => {});
}
