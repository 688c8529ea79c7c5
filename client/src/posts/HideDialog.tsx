import { useRef, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { hidePost } from "./commands.ts";

interface HideDialogProps {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A post is hidden with a reason, which its author can read. */
export function HideDialog({ id, open, onOpenChange }: HideDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const submit = async () => {
    if (await hidePost(id, reason)) onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("moderation.hide")}
      text={t("moderation.hideText")}
      size="small"
      kept
      focusFirst={field}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("app.cancel")}</Button>
          <Button variant="danger" type="submit" form={`hide-${id}`} disabled={reason.trim() === ""}>
            {t("moderation.hide")}
          </Button>
        </>
      }
    >
      <form
        id={`hide-${id}`}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          ref={field}
          label={t("moderation.reason")}
          hint={t("moderation.reasonHint")}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
