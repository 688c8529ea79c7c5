import { loadTexts } from "../lib/language.ts";
import { later } from "../ui/later.tsx";
import { reporting } from "./reporting.ts";

const ReportDialog = later(async () => {
  const [dialog] = await Promise.all([import("./ReportDialog.tsx"), loadTexts("report")]);
  return dialog.ReportDialog;
});

/** Where the question why something is reported appears, from whatever page. */
export function ReportHost() {
  const reported = reporting.use();
  return reported && <ReportDialog key={reported.id} reported={reported} onClose={reporting.stop} />;
}
