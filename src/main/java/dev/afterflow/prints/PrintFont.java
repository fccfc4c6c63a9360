package dev.afterflow.prints;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Noto Sans SC (SIL OFL 1.1), carried on the class path: what is printed reads the same on a machine without any font. */
final class PrintFont {

    private static final String REGULAR = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private final PDFont font;

    PrintFont(PDDocument document) throws IOException {
        try (InputStream file = PrintFont.class.getResourceAsStream(REGULAR)) {
            font = PDType0Font.load(document, file, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** What the font can draw; a sign it does not have becomes a box. */
    String drawable(String text) {
        StringBuilder known = new StringBuilder();
        text.codePoints().filter(sign -> !Character.isISOControl(sign)).forEach(sign -> known.appendCodePoint(drawn(sign) ? sign : '□'));
        return known.toString();
    }

    private boolean drawn(int sign) {
        try {
            return font.encode(Character.toString(sign)).length > 0;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Width of a line in points. */
    float width(String line, float size) throws IOException {
        return font.getStringWidth(line) / 1000 * size;
    }

    /** Cut where a line is full; Chinese breaks anywhere, a space is the better place. */
    List<String> lines(String text, float size, float most) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String rest = drawable(paragraph);
            while (width(rest, size) > most) {
                int cut = cut(rest, size, most);
                lines.add(rest.substring(0, cut).stripTrailing());
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    private int cut(String text, float size, float most) throws IOException {
        int fits = 0;
        float used = 0;
        while (fits < text.length()) {
            int next = fits + Character.charCount(text.codePointAt(fits));
            used += width(text.substring(fits, next), size);
            if (used > most) {
                break;
            }
            fits = next;
        }
        int space = text.lastIndexOf(' ', fits);
        return space > fits * 2 / 3 ? space + 1 : Math.max(1, fits);
    }
}
