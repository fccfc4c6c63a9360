package dev.afterflow.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What an uploaded file is, told by its bytes and not by its name.
 *
 * @param type {@code csv} or {@code xlsx}
 * @param charset of a CSV: UTF-8, UTF-16 by its mark, else GB18030, which is what Chinese Excel writes
 */
record FileFormat(String type, String charset) {

    static final String XLSX = "xlsx";

    static FileFormat read(String written) {
        String[] parts = written.split(":", 2);
        return new FileFormat(parts[0], parts[1]);
    }

    String written() {
        return type + ":" + charset;
    }

    /** Looks at a file's bytes as they stream by; text that is not valid UTF-8 to its last byte is GB18030. */
    static final class Sniffer {

        private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer out = CharBuffer.allocate(1 << 13);
        private byte[] head = new byte[0];
        private byte[] rest = new byte[0];
        private boolean valid = true;
        private boolean binary;

        void see(byte[] bytes, int length) {
            if (head.length < 8) {
                byte[] longer = Arrays.copyOf(head, Math.min(8, head.length + length));
                System.arraycopy(bytes, 0, longer, head.length, longer.length - head.length);
                head = longer;
            }
            for (int i = 0; i < length && !binary; i++) {
                binary = bytes[i] == 0;
            }
            if (valid) {
                decode(bytes, length);
            }
        }

        private void decode(byte[] bytes, int length) {
            ByteBuffer in = ByteBuffer.allocate(rest.length + length).put(rest).put(bytes, 0, length).flip();
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                out.clear();
                result = utf8.decode(in, out, false);
            }
            valid = !result.isError();
            rest = new byte[in.remaining()];
            in.get(rest);
        }

        FileFormat found() {
            if (starts(0x50, 0x4B, 0x03, 0x04)) {
                return new FileFormat(XLSX, "-");
            }
            if (starts(0xFF, 0xFE) || starts(0xFE, 0xFF)) {
                return new FileFormat("csv", "UTF-16");
            }
            if (starts(0xD0, 0xCF, 0x11, 0xE0)) {
                throw new ImportRefused("旧版 Excel(.xls)不支持,请另存为 .xlsx 或 CSV", "Old Excel (.xls) cannot be read: save it as .xlsx or CSV");
            }
            if (binary) {
                throw new ImportRefused("不是 CSV 或 XLSX 文件", "This is neither a CSV nor an XLSX file");
            }
            return new FileFormat("csv", valid && rest.length == 0 ? "UTF-8" : "GB18030");
        }

        private boolean starts(int... signs) {
            for (int i = 0; i < signs.length; i++) {
                if (head.length <= i || (head[i] & 0xFF) != signs[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
