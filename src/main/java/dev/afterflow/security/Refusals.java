package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception of a request into problem details: what is the asker's is explained, what is ours is only numbered. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class Refusals extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final Denials denials;

    Refusals(Denials denials) {
        this.denials = denials;
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied, HttpServletRequest request) {
        return answer(denials.denied(request, denied), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(AuthenticationException unknown, HttpServletRequest request) {
        return answer(Problem.unknown(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> accident(Exception accident, HttpServletRequest request) {
        return Phrases.hidden(accident).or(() -> Phrases.fenced(accident)).or(() -> passing(accident, request))
                .map(problem -> answer(problem, request)).orElseGet(() -> {
            log.error("Accident {} at {} {}", Trace.id(), request.getMethod(), request.getRequestURI(), accident);
            return answer(Phrases.accident(), request);
        });
    }

    /** What will be over in a moment: another transaction in the way, or a database that does not answer. */
    private static Optional<Problem> passing(Exception exception, HttpServletRequest request) {
        Optional<Problem> problem = Phrases.collided(exception).or(() -> Phrases.busy(exception));
        problem.ifPresent(found -> log.warn("{} at {}: {}", found.getStatusCode(), request.getRequestURI(), exception.toString()));
        return problem;
    }

    /** Spring's own exceptions end here; {@link Problem} too. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(Exception exception, Object body, HttpHeaders headers,
                                                             HttpStatusCode status, WebRequest request) {
        Problem problem = Phrases.of(exception, status);
        if (status.is5xxServerError() && problem != exception) {
            log.error("Accident {}", Trace.id(), exception);
        }
        headers.forEach((name, values) -> problem.getHeaders().addAll(name, values));
        return answer(problem, ((ServletWebRequest) request).getRequest());
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpServletRequest request) {
        problem.getBody().setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.status(problem.getStatusCode()).headers(headers -> headers.addAll(problem.getHeaders()))
                .header(HttpHeaders.CONTENT_LANGUAGE, LocaleContextHolder.getLocale().toLanguageTag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem.getBody());
    }
}
