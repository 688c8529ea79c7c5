import { useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { Confirm } from "../ui/Confirm.tsx";
import { leave, type Leaving, leaving } from "./signOut.ts";

/** What is still to be sent would be gone: that is for its author to say. */
export function LeavingDialog({ count, everywhere }: Leaving) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await leave(everywhere);
    leaving.stop();
  };
  return (
    <Confirm
      open
      onOpenChange={leaving.stop}
      title={t("signIn.unsent", { count })}
      text={t("signIn.unsentText")}
      action={t("signIn.unsentLeave")}
      onConfirm={() => void confirm()}
      busy={busy}
    />
  );
}
