import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireActor } from "~/features/accounts/require-actor.server";
import { ListFaults } from "~/features/organizations/components/list-faults";
import { ListForm } from "~/features/organizations/components/list-form";
import { ListPreview } from "~/features/organizations/components/list-preview";
import { PlacePage } from "~/features/organizations/components/place-page";
import { previewInvitations } from "~/features/organizations/invitation-preview.server";
import { getPlaceToRun } from "~/features/organizations/place.server";
import { listSchema } from "~/features/organizations/membership-schema.server";
import { useTranslation } from "~/i18n/context";
import { alternatesAt } from "~/platform/alternates";
import { formHeaders } from "~/platform/attempt.server";
import { refusalOf } from "~/platform/errors";
import { type FormErrors, type FormValues, parseForm } from "~/platform/forms.server";
import { pageTitle } from "~/platform/page-title";
import { param } from "~/platform/params";
import { readTextFileForm } from "~/platform/text-file-form.server";

export async function loader(args: LoaderFunctionArgs) {
  const { name, slug, slugs, mayGrant } = await getPlaceToRun(requireActor(args), args.context.language, param(args.params, "slug"));
  return json({ place: { name, slug }, mayGrant, alternates: alternatesAt("invitationList", slugs) });
}

/** Looks at a list. It changes nothing: what is sound comes back to be sent on from there. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const { language } = args.context;
  const slug = param(args.params, "slug");
  await getPlaceToRun(actor, language, slug);
  const { fields, file } = await readTextFileForm(args.request, "file");
  const form = await parseForm(asForm(args.request.url, fields), listSchema);
  if (form.errors) return again(form.errors, form.values);
  if (file && form.data.text.trim() !== "") return again({ file: ["membership.errors.listTwice"] }, form.values);
  if (file?.text === null) return again({ file: ["membership.errors.listNoText"] }, form.values);

  const values = { ...form.values, text: file?.text ?? form.data.text };
  try {
    const preview = await previewInvitations(actor, language, slug, { ...form.data, text: values.text });
    const errors: FormErrors = preview.outcome === "faulty" ? { text: ["membership.errors.listFaulty"] } : {};
    return json({ errors, values: values as FormValues, preview }, { status: preview.outcome === "faulty" ? 422 : 200 });
  } catch (refusal) {
    return again({ [file ? "file" : "text"]: [await refusalOf(refusal, 422)] }, form.values);
  }
}

const asForm = (url: string, fields: [string, string][]) => new Request(url, { method: "POST", body: new URLSearchParams(fields) });

const again = (errors: FormErrors, values: FormValues) => json({ errors, values, preview: null }, { status: 422 });

export const headers = formHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  pageTitle(location.pathname, (t) => `${t("membership.list.title")} — ${data?.place.name ?? ""}`),
  { name: "robots", content: "noindex" },
];

const nothingSent = { errors: undefined, values: undefined, preview: null };

export default function InvitationListPage() {
  const { place, mayGrant } = useLoaderData<typeof loader>();
  const { errors, values, preview } = useActionData<typeof action>() ?? nothingSent;
  const t = useTranslation();
  if (preview?.outcome === "sound")
    return (
      <PlacePage place={place} title={t("membership.list.title")}>
        <ListPreview preview={preview} slug={place.slug} />
      </PlacePage>
    );

  return (
    <PlacePage place={place} title={t("membership.list.title")} lead={t("membership.list.lead")}>
      <ListForm errors={errors} values={values} mayGrant={mayGrant}>
        {preview?.outcome === "faulty" && <ListFaults count={preview.count} faults={preview.faults} />}
      </ListForm>
    </PlacePage>
  );
}
