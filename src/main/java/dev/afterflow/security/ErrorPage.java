package dev.afterflow.security;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The server's own error page: whatever failed before or behind the controllers still ends as problem details. */
@Hidden
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    @PreAuthorize("permitAll()")
    ResponseEntity<ProblemDetail> tell(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        Exception thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e ? e : new Exception();
        Problem problem = Phrases.of(thrown, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        problem.getBody().setInstance(URI.create(path == null ? request.getRequestURI() : path.toString()));
        return ResponseEntity.status(problem.getStatusCode()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
