package dev.afterflow.security;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal the asker can act on, as RFC 9457 problem details with a stable {@code code}, in the asker's language (Chinese
 * unless English is asked for). A breach of a rule names the field, the rule and the remedy.
 */
public final class Problem extends ErrorResponseException {

    /**
     * One breach of a rule.
     *
     * @param field where, as a path such as {@code lines[0].quantity}
     * @param rule which rule, a stable word
     * @param zh what to do about it, in Chinese
     * @param en what to do about it, in English
     */
    public record Fault(String field, String rule, String zh, String en) {

        private Map<String, String> told() {
            return Map.of("field", field, "rule", rule, "remedy", chosen(zh, en));
        }
    }

    private final String code;
    private final String english;

    private Problem(HttpStatus status, String code, String zh, String en) {
        super(status, ProblemDetail.forStatusAndDetail(status, chosen(zh, en)), null);
        this.code = code;
        this.english = en;
        setType(URI.create("urn:afterflow:problem:" + code));
        setTitle(status.getReasonPhrase());
        with("code", code);
    }

    /** 400: the request cannot be read as what it should be. */
    public static Problem malformed(String field, String rule, String zh, String en) {
        return faulty(HttpStatus.BAD_REQUEST, "request.malformed", List.of(new Fault(field, rule, zh, en)));
    }

    /** 422: it can be read, but breaks this rule. */
    public static Problem invalid(String field, String rule, String zh, String en) {
        return invalid(new Fault(field, rule, zh, en));
    }

    /** 422: it can be read, but breaks these rules. */
    public static Problem invalid(Fault... faults) {
        return invalid(List.of(faults));
    }

    /** 422: it can be read, but breaks these rules; at least one. */
    public static Problem invalid(List<Fault> faults) {
        return faulty(HttpStatus.UNPROCESSABLE_CONTENT, "request.invalid", faults);
    }

    /** 404: there is none, or not for this asker (the answer does not say which); {@code what} is a word such as {@code case}. */
    public static Problem notFound(String what) {
        return new Problem(HttpStatus.NOT_FOUND, what + ".notFound", "没有找到，或您无权查看", "Not found, or not yours to see");
    }

    /** 401: nobody is logged in. */
    public static Problem unknown() {
        return new Problem(HttpStatus.UNAUTHORIZED, "security.loginNeeded", "请先登录", "Please log in first");
    }

    /** 403: known, but not allowed. */
    public static Problem forbidden(String code, String zh, String en) {
        return new Problem(HttpStatus.FORBIDDEN, code, zh, en);
    }

    /** 409: somebody or something was faster, or the state does not allow it any more. */
    public static Problem conflict(String code, String zh, String en) {
        return new Problem(HttpStatus.CONFLICT, code, zh, en);
    }

    /** 413: more than the limit in bytes. */
    public static Problem tooLarge(long limit) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "request.tooLarge",
                "内容超过 " + limit + " 字节的上限", "More than the limit of " + limit + " bytes").with("limit", limit);
    }

    /** 429: too often; may be tried again after these seconds. */
    public static Problem tooMany(long seconds) {
        Problem problem = new Problem(HttpStatus.TOO_MANY_REQUESTS, "request.tooMany",
                "操作过于频繁，请 " + seconds + " 秒后再试", "Too often; try again in " + seconds + " seconds");
        problem.getHeaders().set("Retry-After", Long.toString(seconds));
        return problem;
    }

    /** Any other status, for rooms with a word of their own to say. */
    public static Problem of(HttpStatus status, String code, String zh, String en) {
        return new Problem(status, code, zh, en);
    }

    /** Adds a member to the answer. */
    public Problem with(String name, Object value) {
        getBody().setProperty(name, value);
        return this;
    }

    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return code + ": " + english;
    }

    private static Problem faulty(HttpStatus status, String code, List<Fault> faults) {
        Fault first = faults.get(0);
        return new Problem(status, code, joined(faults, Locale.CHINESE), joined(faults, Locale.ENGLISH))
                .with("field", first.field()).with("rule", first.rule()).with("remedy", chosen(first.zh(), first.en()))
                .with("errors", faults.stream().map(Fault::told).toList());
    }

    private static String joined(List<Fault> faults, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        return faults.stream().limit(5).map(fault -> fault.field() + ": " + (english ? fault.en() : fault.zh()))
                .collect(Collectors.joining("; "));
    }

    /** The asker's language; outside a request, where nobody asks, Chinese. */
    static String chosen(String zh, String en) {
        LocaleContext asked = LocaleContextHolder.getLocaleContext();
        boolean english = asked != null && asked.getLocale() != null && asked.getLocale().getLanguage().equals("en");
        return english ? en : zh;
    }
}
