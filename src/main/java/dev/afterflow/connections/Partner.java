package dev.afterflow.connections;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;

/** A kind of partner a shop may have an account with; the room that speaks to it says what it needs and how it is tried. */
public interface Partner {

    /** Its word in addresses, such as {@code alipay}. */
    String word();

    String titleZh();

    String titleEn();

    List<Field> fields();

    /** Throws a {@code Problem} for settings that cannot be right, such as an address that must not be called. */
    default void check(Map<String, String> settings) {
    }

    /** A real call that moves nothing, within some seconds; never throws for what the partner answers. */
    Tested test(String shop, Account account);

    /** What of this partner is left alone just now for this shop because it was slow or failed, in the room's words; empty when nothing is. */
    default List<String> troubles(String shop) {
        return List.of();
    }

    /**
     * Something to be filled in.
     *
     * @param secret kept in the vault and never shown
     * @param form what it must look like, as a pattern; null for any text
     */
    record Field(String name, String labelZh, String labelEn, boolean secret, boolean required, String form, String example) {

        public static Field open(String name, String labelZh, String labelEn, String form, String example) {
            return new Field(name, labelZh, labelEn, false, true, form, example);
        }

        public static Field secret(String name, String labelZh, String labelEn, String form) {
            return new Field(name, labelZh, labelEn, true, true, form, null);
        }

        public Field optional() {
            return new Field(name, labelZh, labelEn, secret, false, form, example);
        }
    }

    /** What came of a test, in words. */
    record Tested(boolean ok, String zh, String en) {

        public static Tested well(String zh, String en) {
            return new Tested(true, zh, en);
        }

        public static Tested badly(String zh, String en) {
            return new Tested(false, zh, en);
        }
    }

    /**
     * What such a partner is called.
     *
     * @param nounZh inside a sentence, as {@code nounEn} in English, such as 仓库系统 and warehouse
     * @param example of its address
     */
    record Names(String titleZh, String titleEn, String nounZh, String nounEn, String example) {
    }

    /** A shop's own partner at the end of a line: tried by a signed question that tells nothing and must be answered signed. */
    abstract class Signed implements Partner {

        private static final byte[] NOTHING = {};
        private final SignedLine line;
        private final Names names;
        private final String question;

        /** @param question the path asked for */
        protected Signed(SignedLine line, Names names, String question) {
            this.line = line;
            this.names = names;
            this.question = question;
        }

        @Override
        public String word() {
            return line.partner();
        }

        @Override
        public String titleZh() {
            return names.titleZh();
        }

        @Override
        public String titleEn() {
            return names.titleEn();
        }

        @Override
        public List<Field> fields() {
            return List.of(Field.open("url", "接口地址", "Address", null, names.example()), Field.secret("secret", "签名密钥", "Signing key", ".{16,200}"));
        }

        @Override
        public void check(Map<String, String> settings) {
            line.checked(settings.get("url"));
        }

        /** Which whole answers say that all is well. */
        protected boolean isWell(SignedLine.Heard heard) {
            return heard.isTaken();
        }

        @Override
        public Tested test(String shop, Account account) {
            SignedLine.Heard heard = line.call(line.own(account), shop, HttpMethod.GET, question, NOTHING);
            if (isWell(heard)) {
                return Tested.well("连接正常：" + names.nounZh() + "认出了我们的签名，应答的签名有效",
                        "Works: the " + names.nounEn() + " knows our signature, and its answer's signature holds");
            }
            return switch (String.valueOf(heard.code())) {
                case "NO_ANSWER" -> Tested.badly("没有得到应答：地址不通或超时", "No answer: the address cannot be reached or took too long");
                case "WRONG_SIGNATURE" -> Tested.badly("应答的签名无效：签名密钥不一致 (HTTP " + heard.status() + ")",
                        "The answer's signature does not hold: the signing key is another one (HTTP " + heard.status() + ")");
                default -> Tested.badly(names.nounZh() + "拒绝了请求：HTTP_" + heard.status(), "The " + names.nounEn() + " refused: HTTP_" + heard.status());
            };
        }
    }
}
