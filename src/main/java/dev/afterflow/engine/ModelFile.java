package dev.afterflow.engine;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One file of the rule book: a process, a decision table or a form.
 *
 * @param name stable resource name, {@code processes/<room>/<id>.bpmn|dmn} or {@code forms/<room>/<id>.form}
 * @param content the bytes as they are stored, UTF-8
 */
public record ModelFile(String name, byte[] content) {

    public static ModelFile of(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** File name without folder and extension: the id its content must have. */
    public String id() {
        String file = file();
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    /** Extension with its dot as it is written, {@code .bpmn}; empty if there is none. */
    public String extension() {
        String file = file();
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot);
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** SHA-256 of the content in hexadecimal: the version people see. */
    public String hash() {
        return DigestUtils.sha256Hex(content);
    }

    private String file() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
