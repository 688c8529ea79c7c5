import type { Case } from "@meridian/shared/cases";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localTime } from "../lib/time.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { handOver } from "./commands.ts";
import { rotaQuery } from "./queries.ts";

/** Gives a case to another moderator: those at work now come first. */
export function HandOverDialog({ kase, onClose }: { kase: Case; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const locale = useLocale();
  const query = useQuery(rotaQuery);
  const rota = query.data;
  const time = (at: string) => localTime(me.zone, at, locale);
  const people = [
    ...(rota?.now ?? []).map(({ person, until }) => ({
      person,
      when: t("desk.onDuty", { time: time(until) }),
    })),
    ...(rota?.next ?? []).map(({ person, from }) => ({
      person,
      when: t("desk.offDuty", { time: time(from) }),
    })),
  ].filter(({ person }) => person.id !== me.id && person.id !== kase.author.id);
  return (
    <Dialog open onOpenChange={onClose} title={t("desk.handOverTitle")} text={t("desk.handOverText")}>
      {rota ? (
        <ul>
          {people.map(({ person, when }) => (
            <PersonRow key={person.id} person={person}>
              <span className="text-sm text-soft">{when}</span>
              <Button
                size="small"
                aria-label={`${t("desk.handOver")} ${person.name}`}
                onClick={() => void handOver(kase, person).then((done) => done && onClose())}
              >
                {t("desk.give")}
              </Button>
            </PersonRow>
          ))}
          {people.length === 0 && <li className="py-2 text-soft">{t("desk.nobodyElse")}</li>}
        </ul>
      ) : query.isError ? (
        <QueryError query={query} />
      ) : (
        <Spinner label={t("app.loading")} />
      )}
    </Dialog>
  );
}
