package dev.afterflow.security;

import dev.afterflow.database.Fence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Says no: 401 to nobody, 403 to somebody, and writes down who was refused what. */
@Component
class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Answers answers;
    private final Audit audit;
    private final TransactionOperations transactions;

    Denials(Answers answers, Audit audit, TransactionOperations transactions) {
        this.answers = answers;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/intake/")) {
            response.setHeader("WWW-Authenticate", "Bearer");
        } else if (request.getRequestURI().startsWith("/api/modeler/")) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"afterflow\"");
        }
        answers.write(request, response, Problem.unknown());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        answers.write(request, response, denied(request, denied));
    }

    /** The answer to a refused call; 401 when nobody is known. */
    Problem denied(HttpServletRequest request, AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return Problem.forbidden("security.csrf", "页面已过期，请刷新后重试", "The page is out of date; reload it and try again");
        }
        if (Who.ifAny().isEmpty()) {
            return Problem.unknown();
        }
        Fence.within(Set.of(), () -> transactions.executeWithoutResult(status -> audit.record(Audit.HOUSE, "AUTHZ_DENIED",
                "path", cut(request.getRequestURI()), Map.of("method", request.getMethod()))));
        return Problem.forbidden("security.forbidden", "您没有执行此操作的权限", "You are not allowed to do this");
    }

    private static String cut(String path) {
        return path.substring(0, Math.min(path.length(), 200)).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
