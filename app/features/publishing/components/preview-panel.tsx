import { type RefObject, useEffect, useRef, useState } from "react";

import { useTranslation } from "~/i18n/context";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";

type Shown = { status: "closed" | "drawing" | "failed" } | { status: "drawn"; nodes: Node[] };

/** Asks the portal to draw what a form holds, by the very renderer that publishes. */
export function usePreview(form: RefObject<HTMLFormElement>, address: string) {
  const [shown, setShown] = useState<Shown>({ status: "closed" });

  return {
    shown,
    close() {
      setShown({ status: "closed" });
      form.current?.querySelector<HTMLElement>("[formaction]")?.focus();
    },
    async draw() {
      if (!form.current) return;
      setShown({ status: "drawing" });
      setShown(await drawn(address, new FormData(form.current)));
    },
  };
}

/** The preview page, of which only the preview is taken. */
async function drawn(address: string, form: FormData): Promise<Shown> {
  try {
    const response = await fetch(address, { method: "POST", body: form, redirect: "manual" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const preview = page.querySelector("[data-preview]");
    return preview ? { status: "drawn", nodes: [...preview.childNodes] } : { status: "failed" };
  } catch {
    return { status: "failed" };
  }
}

/** The preview beside the form. It takes the focus when it is opened, and gives it back when it is closed. */
export function PreviewPanel({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const t = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    place.current?.replaceChildren(...(shown.status === "drawn" ? shown.nodes : []));
    if (shown.status !== "drawing") title.current?.focus();
  }, [shown]);

  if (shown.status === "closed") return null;
  return (
    <section className="preview" aria-labelledby="preview-title" aria-busy={shown.status === "drawing"}>
      <div className="split">
        <h2 className="preview-title" id="preview-title" ref={title} tabIndex={-1}>
          {t("writing.preview.title")}
        </h2>
        <Button type="button" variant="quiet" small onClick={onClose}>
          {t("writing.preview.close")}
        </Button>
      </div>
      {shown.status === "drawing" && <p role="status">{t("writing.preview.drawing")}</p>}
      {shown.status === "failed" && <Notice kind="danger">{t("writing.preview.failed")}</Notice>}
      <div className="stack" ref={place} />
    </section>
  );
}
