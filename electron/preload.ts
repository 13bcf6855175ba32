import { ipcRenderer } from 'electron'

// Hands the office's MessagePort to the page. With context isolation a port can only cross by window.postMessage.
ipcRenderer.on('office-port', (event) => window.postMessage('office-port', window.location.origin, event.ports))
window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('office-port-wanted'))
