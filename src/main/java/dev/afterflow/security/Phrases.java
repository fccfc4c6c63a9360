package dev.afterflow.security;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The words for exceptions that are not ours. */
final class Phrases {

    private Phrases() {
    }

    static Problem of(Exception exception, HttpStatusCode status) {
        return hidden(exception).orElseGet(() -> named(exception).orElseGet(() -> plain(status)));
    }

    /** A {@link Problem} that somebody wrapped on its way. */
    static Optional<Problem> hidden(Throwable thrown) {
        return causes(thrown).filter(Problem.class::isInstance).map(Problem.class::cast).findFirst();
    }

    /** A row on the other side of the fence: for the asker there is no such shop. */
    static Optional<Problem> fenced(Throwable thrown) {
        return causes(thrown).filter(SQLException.class::isInstance).map(SQLException.class::cast)
                .filter(refused -> "42501".equals(refused.getSQLState()) && refused.getMessage().contains("row-level security"))
                .findFirst().map(refused -> Problem.notFound("shop"));
    }

    /** The database does not answer, or no connection to it is free: nothing is wrong with the question. */
    static Optional<Problem> busy(Throwable thrown) {
        if (causes(thrown).noneMatch(Phrases::away)) {
            return Optional.empty();
        }
        Problem problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "server.busy", "系统繁忙，请稍后再试",
                "The system is busy; try again shortly");
        problem.getHeaders().set(HttpHeaders.RETRY_AFTER, "3");
        return Optional.of(problem.with("traceId", Trace.id()));
    }

    /** Two transactions stood in each other's way, and this one gave in. */
    static Optional<Problem> collided(Throwable thrown) {
        return causes(thrown).anyMatch(cause -> cause instanceof ConcurrencyFailureException || state(cause).matches("40001|40P01|55P03"))
                ? Optional.of(Problem.conflict("request.collision", "有人正在同时修改，请刷新后重试",
                        "Somebody is changing the same thing; reload and try again")) : Optional.empty();
    }

    private static boolean away(Throwable cause) {
        return cause instanceof CannotCreateTransactionException || cause instanceof TransactionSystemException || cause instanceof DataAccessResourceFailureException
                || cause instanceof QueryTimeoutException || state(cause).matches("08...|57P0.");
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException refused && refused.getSQLState() != null ? refused.getSQLState() : "";
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause).limit(10);
    }

    static Problem accident() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "server.accident", "系统出错，请把编号告诉管理员",
                "Something went wrong here; tell your administrator the number").with("traceId", Trace.id());
    }

    private static Optional<Problem> named(Exception exception) {
        if (exception instanceof HttpMessageNotReadableException unreadable) {
            return Optional.of(JsonFault.of(unreadable));
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(wrongType(mismatch.getName()));
        }
        if (exception instanceof TypeMismatchException mismatch) {
            return Optional.of(wrongType(String.valueOf(mismatch.getPropertyName())));
        }
        if (exception instanceof MethodArgumentNotValidException invalid && invalid.getFieldError() != null) {
            return Optional.of(wrongType(invalid.getFieldError().getField()));
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return Optional.of(missing(missing.getParameterName()));
        }
        if (exception instanceof MissingServletRequestPartException missing) {
            return Optional.of(missing(missing.getRequestPartName()));
        }
        return exception instanceof MissingRequestValueException ? Optional.of(missing("request")) : Optional.empty();
    }

    private static Problem wrongType(String field) {
        return Problem.malformed(field, "wrongType", "格式不正确", "Not in the expected form");
    }

    private static Problem missing(String field) {
        return Problem.malformed(field, "missing", "缺少此项", "This is missing");
    }

    private static Problem plain(HttpStatusCode code) {
        HttpStatus status = Optional.ofNullable(HttpStatus.resolve(code.value())).orElse(HttpStatus.INTERNAL_SERVER_ERROR);
        return switch (status) {
            case NOT_FOUND -> Problem.of(status, "request.noSuchPath", "没有这个地址", "There is nothing at this address");
            case METHOD_NOT_ALLOWED -> Problem.of(status, "request.method", "此地址不支持该方法", "This address does not take that method");
            case NOT_ACCEPTABLE -> Problem.of(status, "request.notAcceptable", "无法以所要求的格式回答", "It cannot be answered in the form asked for");
            case CONTENT_TOO_LARGE -> Problem.of(status, "request.tooLarge", "内容过大", "Too large");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.of(status, "request.mediaType", "不支持该内容类型", "That content type is not taken here");
            case SERVICE_UNAVAILABLE -> Problem.of(status, "server.busy", "系统繁忙，请稍后再试", "The system is busy; try again shortly");
            default -> status.is4xxClientError()
                    ? Problem.of(status, "request.malformed", "请求无法识别", "The request cannot be understood") : accident();
        };
    }

}
