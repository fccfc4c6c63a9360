package dev.afterflow.prints;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A pack is read by people and machines that have no Chinese font of their own. */
class PrintTest {

    private static final String LONG = "买家签收后第三天申请仅退款，称没有收到货。承运商红章证明写明由本人签收，与订单收件人一致。".repeat(60);

    @Test
    void chineseCanBeTakenOutAgainWithoutAnyFontOfTheMachine() throws IOException {
        byte[] pdf = Print.of("举证材料：DSP-1", List.of(Print.Section.of("我方陈述", LONG), Print.Section.of("Trace 物流轨迹", "2026-11-20 10:00  SF1001  杭州  已签收,签收人:本人")));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).contains("举证材料：DSP-1", "我方陈述", "承运商红章证明写明由本人签收", "Trace物流轨迹", "签收人:本人");
            assertThat(text.split("仅退款", -1)).hasSize(61);
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
        assertThat(pdf.length).as("only the signs that are used are carried").isLessThan(300_000);
    }

    @Test
    void aSignTheFontDoesNotHaveIsABoxAndNoFailure() throws IOException {
        byte[] pdf = Print.of("x", List.of(Print.Section.of("表情", "好评\uD83D\uDE00\u0007\tend")));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("好评□end");
        }
    }

    @Test
    void aPictureStandsUnderItsNameOnAPageOfItsOwnAndNoPageIsEmpty() throws IOException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 3000, BufferedImage.TYPE_INT_RGB), "png", drawn);
        byte[] pdf = Print.of("x", List.of(new Print.Section("01-proof.png", "SHA-256 00", drawn.toByteArray(), "01-proof.png"),
                new Print.Section("02-proof.png", "SHA-256 01", drawn.toByteArray(), "02-proof.png")));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(document.getPage(1).getResources().getXObjectNames()).hasSize(1);
            assertThat(document.getPage(2).getResources().getXObjectNames()).hasSize(1);
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(3);
            assertThat(last.getText(document)).contains("02-proof.png", "SHA-256 01");
        }
    }
}
