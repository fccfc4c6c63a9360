package dev.afterflow.pictures;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How a camera was held, EXIF values 1 to 8: a picture is turned upright before its metadata goes. */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    static Orientation of(Integer value) {
        return value != null && value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
    }

    BufferedImage turn(BufferedImage picture) {
        if (value == 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = value >= 5;
        return Pictures.drawn(picture, lying ? height : width, lying ? width : height, how(width, height),
                picture.getColorModel().hasAlpha());
    }

    private AffineTransform how(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
