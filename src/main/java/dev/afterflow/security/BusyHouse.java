package dev.afterflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Before every other filter: when session or key cannot be read because the database is away, the answer is "try again". */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BusyHouse extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(BusyHouse.class);

    private final Answers answers;

    BusyHouse(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failed) {
            Optional<Problem> busy = Phrases.busy(failed);
            if (busy.isEmpty() || response.isCommitted()) {
                throw failed;
            }
            log.warn("No answer from the database for {}: {}", request.getRequestURI(), failed.toString());
            response.reset();
            answers.write(request, response, busy.get());
        }
    }
}
