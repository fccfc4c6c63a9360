package dev.afterflow.connections;

import java.util.List;
import java.util.Map;

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
}
