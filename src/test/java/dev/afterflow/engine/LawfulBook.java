package dev.afterflow.engine;

import java.util.List;

/** A small release that keeps every rule: one question, one task with its form, one delegate, one table. */
final class LawfulBook {

    static final String PROCESS = "processes/returns/look-and-tell.bpmn";
    static final String TABLE = "processes/returns/look-mood.dmn";
    static final String FORM = "forms/returns/lookAtIt.form";

    private LawfulBook() {
    }

    static List<ModelFile> files() {
        return List.of(process(), table(), form());
    }

    static ModelFile process() {
        return ModelFile.of(PROCESS, """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" \
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" \
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="lookDefinitions" targetNamespace="http://afterflow.dev">
                  <bpmn:process id="look-and-tell" name="看了再说" isExecutable="true" camunda:historyTimeToLive="P180D">
                    %1$sLook and tell%2$s
                    <bpmn:startEvent id="asked" name="被问">%1$sAsked%2$s<bpmn:outgoing>toMood</bpmn:outgoing></bpmn:startEvent>
                    <bpmn:businessRuleTask id="readMood" name="看心情" camunda:decisionRef="look-mood" camunda:decisionRefBinding="deployment" camunda:resultVariable="mood" camunda:mapDecisionResult="singleEntry">\
                %1$sRead the mood%2$s<bpmn:incoming>toMood</bpmn:incoming><bpmn:outgoing>toQuestion</bpmn:outgoing></bpmn:businessRuleTask>
                    <bpmn:exclusiveGateway id="isCalm" name="心情好吗？" default="notCalm">%1$sIs it calm?%2$s<bpmn:incoming>toQuestion</bpmn:incoming><bpmn:outgoing>calm</bpmn:outgoing><bpmn:outgoing>notCalm</bpmn:outgoing></bpmn:exclusiveGateway>
                    <bpmn:userTask id="lookAtIt" name="看一看" camunda:formRef="lookAtIt" camunda:formRefBinding="deployment" camunda:candidateGroups="returns-desk">\
                %1$sLook at it%2$s<bpmn:incoming>notCalm</bpmn:incoming><bpmn:outgoing>looked</bpmn:outgoing></bpmn:userTask>
                    <bpmn:boundaryEvent id="takenBack" name="已撤回" attachedToRef="lookAtIt">%1$sTaken back%2$s<bpmn:outgoing>toTell</bpmn:outgoing><bpmn:messageEventDefinition id="takenBackMessage" messageRef="messageTakenBack"/></bpmn:boundaryEvent>
                    <bpmn:serviceTask id="tellIt" name="告知" camunda:delegateExpression="${tellIt}">%1$sTell it%2$s<bpmn:incoming>calm</bpmn:incoming><bpmn:incoming>looked</bpmn:incoming><bpmn:incoming>toTell</bpmn:incoming><bpmn:outgoing>told</bpmn:outgoing></bpmn:serviceTask>
                    <bpmn:endEvent id="allTold" name="已告知">%1$sAll told%2$s<bpmn:incoming>told</bpmn:incoming></bpmn:endEvent>
                    <bpmn:sequenceFlow id="toMood" sourceRef="asked" targetRef="readMood"/>
                    <bpmn:sequenceFlow id="toQuestion" sourceRef="readMood" targetRef="isCalm"/>
                    <bpmn:sequenceFlow id="calm" name="平静" sourceRef="isCalm" targetRef="tellIt">%1$sCalm%2$s<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${mood == 'sea'}</bpmn:conditionExpression></bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="notCalm" name="不平静" sourceRef="isCalm" targetRef="lookAtIt">%1$sNot calm%2$s</bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="looked" sourceRef="lookAtIt" targetRef="tellIt"/>
                    <bpmn:sequenceFlow id="toTell" sourceRef="takenBack" targetRef="tellIt"/>
                    <bpmn:sequenceFlow id="told" sourceRef="tellIt" targetRef="allTold"/>
                  </bpmn:process>
                  <bpmn:message id="messageTakenBack" name="returns.requestTakenBack"/>
                  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="look-and-tell">%3$s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted("<bpmn:extensionElements><camunda:properties><camunda:property name=\"label.en\" value=\"", "\"/></camunda:properties></bpmn:extensionElements>",
                shape("asked", 100, 36) + shape("readMood", 200, 100) + shape("isCalm", 350, 50) + shape("lookAtIt", 450, 100) + shape("takenBack", 500, 36)
                        + shape("tellIt", 600, 100) + shape("allTold", 750, 36) + arrow("toMood") + arrow("toQuestion") + arrow("calm") + arrow("notCalm")
                        + arrow("looked") + arrow("toTell") + arrow("told")));
    }

    static ModelFile table() {
        ModelFile table = Models.table("look-mood", "FIRST", Models.row("blueIsSea", "\"blue\"", "sea") + Models.row("redIsFire", "\"red\"", "fire"));
        return ModelFile.of(TABLE, table.text());
    }

    static ModelFile form() {
        return ModelFile.of(FORM, """
                {"type":"default","id":"lookAtIt","schemaVersion":19,"executionPlatform":"Camunda Platform","executionPlatformVersion":"7.24.0","components":[
                 {"type":"text","id":"Text_help","text":"请看图。","properties":{"text.en":"Look at the picture."}},
                 {"type":"radio","id":"Field_verdict","key":"verdict","label":"结论","validate":{"required":true},"values":[{"label":"好","value":"GOOD"},{"label":"坏","value":"BAD"}],
                  "properties":{"label.en":"Verdict","values.en":"GOOD=Good;BAD=Bad","answer":"true"}},
                 {"type":"evidence","id":"Field_evidence","key":"evidence","label":"证据","properties":{"label.en":"Evidence"}}]}
                """);
    }

    private static String shape(String id, int x, int size) {
        return "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"100\" width=\"%3$d\" height=\"%3$d\"/></bpmndi:BPMNShape>".formatted(id, x, size);
    }

    private static String arrow(String id) {
        return "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\"><di:waypoint x=\"1\" y=\"1\"/><di:waypoint x=\"2\" y=\"2\"/></bpmndi:BPMNEdge>".formatted(id);
    }
}
