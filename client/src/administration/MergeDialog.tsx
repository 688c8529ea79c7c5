import type { Account } from "@meridian/shared/accounts";
import type { PersonBrief } from "@meridian/shared/people";
import { useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { PersonSearch } from "../people/PersonSearch.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
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
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("administration.merge.title", { name: account.name })}
      text={t("administration.merge.text")}
      footer={<Button onClick={onClose}>{t("app.cancel")}</Button>}
    >
      <PersonSearch label={t("administration.merge.stays")} without={(id) => id === account.id}>
        {(person) => (
          <Button
            size="small"
            aria-label={t("administration.merge.chooseOne", { name: person.name })}
            onClick={() => onChoose(person)}
          >
            {t("administration.merge.choose")}
          </Button>
        )}
      </PersonSearch>
    </Dialog>
  );
}
