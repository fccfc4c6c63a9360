package dev.afterflow.studio;

import dev.afterflow.engine.ModelFile;
import dev.afterflow.engine.Releases;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What Camunda Modeler 5 asks of a Camunda 7 engine, and no more: is somebody there ({@code /deployment}), which version
 * ({@code /version}), take these files ({@code /deployment/create}). The files become a proposal like any other; the tool is told so.
 */
@RestController
@RequestMapping("/api/modeler/engine-rest")
@PreAuthorize(StudioController.PUBLISH)
@Hidden
class ModelerController {

    private static final String ENGINE = "7.24.0";

    private final Proposals proposals;
    private final Incoming incoming;
    private final Releases releases;
    private final Clock clock;

    ModelerController(Proposals proposals, Incoming incoming, Releases releases, Clock clock) {
        this.proposals = proposals;
        this.incoming = incoming;
        this.releases = releases;
        this.clock = clock;
    }

    @GetMapping("/version")
    Map<String, String> version() {
        return Map.of("version", ENGINE);
    }

    @GetMapping("/deployment")
    List<Object> deployments() {
        return List.of();
    }

    /** The shapes are the engine's own: a deployment when it went well, {@code {type, message, details}} when it did not. */
    @PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, Object>> create(MultipartHttpServletRequest request) throws IOException {
        try {
            List<Incoming.Sent> sent = ProposalController.sent(new ArrayList<>(request.getMultiFileMap().values().stream().flatMap(List::stream).toList()));
            String name = request.getParameter("deployment-name");
            List<ModelFile> files = incoming.placed(sent, null);
            String note = name == null || name.isBlank() ? "Camunda Modeler" : "Camunda Modeler: " + name.strip();
            Proposals.Filed filed = proposals.propose(files, "MODELER", note.substring(0, Math.min(note.length(), 1_000)), Who.current());
            return ResponseEntity.ok(deployed(filed, name, files));
        } catch (Problem problem) {
            return ResponseEntity.status(problem.getStatusCode()).body(refused(problem));
        }
    }

    private Map<String, Object> deployed(Proposals.Filed filed, String name, List<ModelFile> files) {
        boolean same = filed.id() == 0;
        String told = same ? "与正在使用的版本相同 / same as in force" : "方案 " + filed.id() + " 已提出，等待另一位流程负责人发布 / Proposal " + filed.id()
                + " is filed; a second owner must release it";
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("links", List.of());
        answer.put("id", same ? releases.current() : "proposal-" + filed.id());
        answer.put("name", told);
        answer.put("source", "Camunda Modeler");
        answer.put("deploymentTime", clock.instant().toString());
        answer.put("tenantId", null);
        // the tool shows the id of the first definition and nothing else of this answer
        Map<String, Object> shown = new HashMap<>(Map.of("id", told, "key", files.get(0).id(), "resource", files.get(0).name(), "deploymentId", answer.get("id")));
        shown.put("name", name);
        answer.put("deployedProcessDefinitions", same ? null : Map.of(told, shown));
        answer.put("deployedDecisionDefinitions", null);
        answer.put("deployedDecisionRequirementsDefinitions", null);
        answer.put("deployedCaseDefinitions", null);
        return answer;
    }

    private static Map<String, Object> refused(Problem problem) {
        Map<String, Object> details = new LinkedHashMap<>();
        Object found = problem.getBody().getProperties() == null ? null : problem.getBody().getProperties().get("findings");
        List<Checks.Told> findings = found instanceof List<?> list ? list.stream().map(Checks.Told.class::cast).toList() : List.of();
        findings.stream().map(Checks.Told::file).distinct().forEach(file -> details.put(file, Map.of("warnings", List.of(),
                "errors", findings.stream().filter(each -> each.file().equals(file)).map(ModelerController::error).toList())));
        StringBuilder message = new StringBuilder(findings.isEmpty() ? String.valueOf(problem.getBody().getDetail()) : "ENGINE-09005 Could not parse BPMN process. Errors:");
        findings.forEach(each -> message.append("\n* ").append(each.en()).append(" | ").append(each.zh()).append(" [").append(each.rule()).append("] | ")
                .append(each.file()).append(" | ").append(each.element()).append(" | line ").append(each.line()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", findings.isEmpty() ? "InvalidRequestException" : "ParseException");
        body.put("message", message.toString());
        body.put("code", findings.isEmpty() ? HttpStatus.valueOf(problem.getStatusCode().value()).value() : 0);
        body.put("details", details.isEmpty() ? Collections.emptyMap() : details);
        return body;
    }

    private static Map<String, Object> error(Checks.Told told) {
        return Map.of("message", told.en() + " [" + told.rule() + "]", "line", told.line(), "column", 0, "mainElementId", told.element(), "elementIds", List.of(told.element()));
    }
}
