import { PICTURE_TYPES } from "~/features/uploads/limits";
import { useTranslation } from "~/i18n/context";
import { Field } from "~/ui/field";

/** A picture to send, in a form of its own (`encType="multipart/form-data"`). */
export function PictureField({ label, errors }: { label: string; errors?: string[] | undefined }) {
  return (
    <Field
      name="picture"
      type="file"
      label={label}
      hint={useTranslation()("uploads.hint")}
      accept={PICTURE_TYPES.join(",")}
      errors={errors}
      required
    />
  );
}
