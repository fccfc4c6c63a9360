package dev.afterflow.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A filter that looks at a request and lets it pass, perhaps wrapped, or answers with a {@link Problem}. */
abstract class DoorFilter extends OncePerRequestFilter {

    private final Answers answers;

    DoorFilter(Answers answers) {
        this.answers = answers;
    }

    /** The request to go on with; throws {@link Problem} to refuse. */
    abstract HttpServletRequest admit(HttpServletRequest request);

    @Override
    protected final void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LocaleContextHolder.setLocale(Languages.of(request));
        HttpServletRequest admitted;
        try {
            admitted = admit(request);
        } catch (Problem refused) {
            answers.write(request, response, refused);
            return;
        }
        chain.doFilter(admitted, response);
    }
}
