package dev.afterflow.security;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON document, by the path of the field; never the reader's own words, which name classes. */
final class JsonFault {

    private JsonFault() {
    }

    static Problem of(HttpMessageNotReadableException unreadable) {
        Throwable cause = cause(unreadable);
        if (cause instanceof StreamConstraintsException) {
            return Problem.malformed("$", "tooDeepOrLong", "JSON 嵌套不得超过 50 层，数字不得超过 100 位",
                    "At most 50 levels deep, numbers of at most 100 digits");
        }
        if (cause instanceof StreamReadException broken) {
            return broken.getMessage().startsWith("Duplicate")
                    ? Problem.malformed("$", "duplicateField", "JSON 中有重复的字段", "A field occurs twice in the JSON")
                    : Problem.malformed("$", "notJson", "不是有效的 JSON", "Not valid JSON");
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Problem.malformed(path(unknown), "unknownField", "不认识的字段", "This field is not known here");
        }
        if (cause instanceof DatabindException misfit) {
            return Problem.malformed(path(misfit), "wrongType", "格式不正确", "Not in the expected form");
        }
        return Problem.malformed("$", "missing", "缺少请求内容", "The body is missing");
    }

    private static Throwable cause(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .filter(JacksonException.class::isInstance)
                .reduce((first, last) -> last).orElse(thrown);
    }

    private static String path(DatabindException misfit) {
        String path = misfit.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "$" : path.startsWith(".") ? path.substring(1) : path;
    }
}
