import { type Office, officesApi } from "@meridian/shared/offices";
import { useId, useState } from "react";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { toast } from "../ui/Toast.tsx";
import { checkOffice, draftOf, newDraft, officeOf } from "./draft.ts";
import { officeHandlers } from "./events.ts";
import { OfficeFields } from "./OfficeFields.tsx";

interface OfficeDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The office to edit; without one a new one is opened. */
  office?: Office | undefined;
}

/** An admin opens an office or changes its hours. */
export function OfficeDialog({ open, onOpenChange, office }: OfficeDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const [draft, setDraft] = useState(() => (office ? draftOf(office) : newDraft()));
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const given = officeOf(draft);
      const saved = office
        ? await call(officesApi.edit, { id: office.id, ...given })
        : await call(officesApi.create, given);
      officeHandlers["office:changed"](saved);
      // a new office comes with its channel
      if (!office) void queryClient.invalidateQueries({ queryKey: ["channels"] });
      toast({ title: t("settings.saved") });
      onOpenChange(false);
    },
    () => checkOffice(draft),
    (error): Record<string, string> => (error.code === "conflict" ? { city: t("errors.cities") } : {}),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(office ? "offices.edit" : "offices.add")}
      text={office ? undefined : t("offices.addText")}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t(office ? "app.save" : "offices.add")}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        <OfficeFields draft={draft} onChange={setDraft} errors={errors} />
        <Refusal error={refused} />
      </form>
    </Dialog>
  );
}
