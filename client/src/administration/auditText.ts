import type { AuditAction, AuditEntry } from "@meridian/shared/audit";
import { t } from "../lib/texts.ts";

type Dotted<Action> = Action extends `${infer Noun}:${infer Verb}` ? `${Noun}.${Verb}` : never;

/** What was done, to stand after the name of whoever did it. */
export const actionText = (action: AuditAction): string =>
  t(`audit.actions.${action.replace(":", ".") as Dotted<AuditAction>}`);

export const actorName = ({ kind, name }: AuditEntry["actor"]): string =>
  kind === "person" ? name : t(kind === "operator" ? "audit.operator" : "audit.system");
