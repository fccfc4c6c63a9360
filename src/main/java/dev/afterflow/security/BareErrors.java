package dev.afterflow.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What the server itself refuses, before any filter: the same problem details, without a word about the server. */
class BareErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean ours = status >= 500;
        String body = """
                {"type":"urn:afterflow:problem:%1$s","status":%2$d,"code":"%1$s","rule":"notAllowed","detail":"%3$s"}
                """.formatted(ours ? "server.accident" : "request.malformed", status,
                ours ? "系统出错 / Something went wrong here" : "请求无法识别 / The request cannot be understood");
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("The asker is gone", gone);
        }
    }
}
