package dev.afterflow.prints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A PDF of text that can be searched and copied, and of pictures, each upright on a page of its own. */
public final class Print {

    private static final float MARGIN = 56;
    private static final float TITLE = 14;
    private static final float BODY = 10;
    private static final float LEAD = 1.5f;

    private final PDDocument document;
    private final PrintFont font;
    private PDPageContentStream page;
    private float y;

    private Print(PDDocument document) throws IOException {
        this.document = document;
        this.font = new PrintFont(document);
    }

    /** A heading with its words; {@code picture} may be null. */
    public record Section(String title, String words, byte[] picture, String pictureName) {

        public static Section of(String title, String words) {
            return new Section(title, words, null, null);
        }
    }

    public static byte[] of(String title, List<Section> sections) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(title);
            Print pdf = new Print(document);
            pdf.newPage();
            pdf.write(title, TITLE + 4);
            for (Section section : sections) {
                pdf.section(section);
            }
            pdf.page.close();
            document.save(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void section(Section section) throws IOException {
        if (section.picture() != null) {
            newPage();
        }
        y -= BODY;
        write(section.title(), TITLE);
        if (section.words() != null) {
            write(section.words(), BODY);
        }
        if (section.picture() != null) {
            picture(section);
        }
    }

    /** Under its name and hash; what follows begins a page of its own. */
    private void picture(Section section) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(document, section.picture(), section.pictureName());
        y -= BODY;
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float height = y - MARGIN;
        float scale = Math.min(1, Math.min(width / image.getWidth(), height / image.getHeight()));
        page.drawImage(image, MARGIN, y - image.getHeight() * scale, image.getWidth() * scale, image.getHeight() * scale);
        y = MARGIN;
    }

    private void write(String text, float size) throws IOException {
        for (String line : font.lines(text, size, PDRectangle.A4.getWidth() - 2 * MARGIN)) {
            if (y < MARGIN + size * LEAD) {
                newPage();
            }
            y -= size * LEAD;
            if (!line.isEmpty()) {
                page.beginText();
                page.setFont(font.font(), size);
                page.newLineAtOffset(MARGIN, y);
                page.showText(line);
                page.endText();
            }
        }
    }

    private void newPage() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }
}
