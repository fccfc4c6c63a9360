package dev.afterflow.cases;

import dev.afterflow.security.Problem;
import java.text.Normalizer;

/** Names of files from outside: shown to people, never used as a path. */
class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {
    }

    /** The name in Unicode NFC; a path, a control or direction character, no ending or too long is refused. */
    static String checked(String name) {
        if (name == null || name.isBlank()) {
            throw refused("required", "文件须有名称", "The file needs a name");
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        if (plain.codePointCount(0, plain.length()) > LONGEST) {
            throw refused("tooLong", "文件名最多 " + LONGEST + " 字", "A name has at most " + LONGEST + " characters");
        }
        if (plain.contains("/") || plain.contains("\\") || plain.startsWith(".") || plain.codePoints().anyMatch(FileNames::tricky)) {
            throw refused("characters", "文件名不能含路径、控制字符或改变书写方向的字符",
                    "A name has no path, no control and no direction characters");
        }
        return plain;
    }

    private static boolean tricky(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.UNASSIGNED;
    }

    /** The name with another ending, when our copy of a picture is of another type. */
    static String ending(String name, String ending) {
        return name.substring(0, name.lastIndexOf('.') + 1) + ending;
    }

    private static Problem refused(String rule, String zh, String en) {
        return Problem.invalid("file.name", rule, zh, en);
    }
}
