/** Pictures that people send. */
export const uploads = {
  hint: "JPEG, PNG, WebP or AVIF, at most 8 MB. We keep only the picture itself: where and when it was taken is removed.",
  errors: {
    none: "Choose a picture first.",
    tooLarge: "This file is larger than 8 MB. Choose a smaller one.",
    notPicture: "This file cannot be read as a picture. Use JPEG, PNG, WebP or AVIF.",
    tooManyPixels: "This picture has too many pixels. Use one of at most 50 million, for instance 8,000 by 6,000.",
    moves: "Pictures that move are not taken. Use a still one.",
    stretched: "This picture is far longer in one direction than in the other. Cut it to another form first.",
  },
} as const;
