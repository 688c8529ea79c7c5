import type { Account } from "@meridian/shared/accounts";
import type { PersonBrief } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { completionQuery } from "../people/queries.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { MergePreview } from "./MergePreview.tsx";

/** Two accounts of one person become one: first which one stays, then what that means. */
export function MergeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const [into, setInto] = useState<PersonBrief | undefined>(account.merged?.into);
  if (!into) return <WhoStays account={account} onChoose={setInto} onClose={onClose} />;
  const another = account.merged ? undefined : () => setInto(undefined);
  return <MergePreview from={account} into={into} onAnother={another} onClose={onClose} />;
}

interface WhoStaysProps {
  account: Account;
  onChoose: (into: PersonBrief) => void;
  onClose: () => void;
}

function WhoStays({ account, onChoose, onClose }: WhoStaysProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const words = useDeferredValue(q.trim());
  const search = useQuery({ ...completionQuery(words), enabled: words !== "" });
  const others = search.data?.people.filter(({ id }) => id !== account.id);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("administration.merge.title", { name: account.name })}
      text={t("administration.merge.text")}
      footer={<Button onClick={onClose}>{t("app.cancel")}</Button>}
    >
      <TextField
        label={t("administration.merge.stays")}
        type="search"
        autoComplete="off"
        placeholder={t("people.find")}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {others && (
        <ul className="mt-1">
          {others.map((person) => (
            <PersonRow key={person.id} person={person}>
              <Button
                size="small"
                aria-label={t("administration.merge.chooseOne", { name: person.name })}
                onClick={() => onChoose(person)}
              >
                {t("administration.merge.choose")}
              </Button>
            </PersonRow>
          ))}
          {others.length === 0 && <li className="py-2 text-sm text-soft">{t("people.none")}</li>}
        </ul>
      )}
    </Dialog>
  );
}
