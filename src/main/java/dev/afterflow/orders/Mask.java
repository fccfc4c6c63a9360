package dev.afterflow.orders;

/** Hides who a buyer is while leaving enough to recognise them by. */
class Mask {

    private Mask() {
    }

    static String name(String name) {
        return name == null || name.isEmpty() ? name : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    static String phone(String phone) {
        if (phone == null || phone.length() < 8) {
            return phone == null ? null : "****";
        }
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    static String email(String email) {
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        return at < 1 ? "****" : email.charAt(0) + "****" + email.substring(at);
    }
}
