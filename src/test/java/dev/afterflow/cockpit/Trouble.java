package dev.afterflow.cockpit;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A floor on which steps stop: a delegate of the house that is told a number where it needs a word, and fails until somebody tells it better. */
abstract class Trouble extends Floor {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="http://afterflow.dev">
              <bpmn:process id="cockpit-trial" name="驾驶舱试验" isExecutable="true" camunda:historyTimeToLive="P1D">
                <bpmn:startEvent id="trialBegun"/>
                <bpmn:sequenceFlow id="toClose" sourceRef="trialBegun" targetRef="closeByHand"/>
                <bpmn:serviceTask id="closeByHand" name="关闭工单" camunda:asyncBefore="true" camunda:delegateExpression="${closeByHand}">
                  <bpmn:extensionElements><camunda:properties><camunda:property name="label.en" value="Close the case"/></camunda:properties></bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="toEnd" sourceRef="closeByHand" targetRef="trialEnded"/>
                <bpmn:endEvent id="trialEnded"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    ManagementService management;

    /** A case whose step stopped for good: the engine has given up. */
    String stopped(String shop) {
        repository.createDeployment().name("cockpit-trial").enableDuplicateFiltering(true)
                .addInputStream("processes/cockpit/cockpit-trial.bpmn", new ByteArrayInputStream(PROCESS.getBytes(StandardCharsets.UTF_8))).deploy();
        String number = question(shop);
        runtime.startProcessInstanceByKey("cockpit-trial", number, Map.of("outcome", 7L));
        givenUp(number, "cockpit-trial");
        return number;
    }

    /** Lets the hours between the engine's own tries go by. */
    void givenUp(String number, String process) {
        await("the engine gives up " + number).atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(300)).until(() -> {
            List<Job> jobs = management.createJobQuery().processDefinitionKey(process).withException().list().stream()
                    .filter(job -> number.equals(runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult().getBusinessKey()))
                    .toList();
            jobs.stream().filter(job -> job.getRetries() > 0).forEach(this::fail);
            return !jobs.isEmpty() && jobs.stream().allMatch(job -> job.getRetries() == 0);
        });
    }

    private void fail(Job job) {
        try {
            management.setJobRetries(job.getId(), 1);
            management.executeJob(job.getId());
        } catch (RuntimeException expected) {
            LOG.info("{} failed once more", job.getId());
        }
    }

    /** Tells the step the word it needs. */
    void mend(String number) {
        runtime.createProcessInstanceQuery().processDefinitionKey("cockpit-trial").processInstanceBusinessKey(number).list()
                .forEach(instance -> runtime.setVariable(instance.getId(), "outcome", "SOLVED"));
    }
}
